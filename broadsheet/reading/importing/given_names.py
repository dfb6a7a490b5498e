"""Given names that English-language papers print most: by one, a line of capitals is told to be a person's name.

Left out are those that are words or places, too, and so begin many a headline: Rose, Grace, Will, Victoria.
"""

from __future__ import annotations

from broadsheet.reading.byline.words import listed

GIVEN = listed(
    "aaron abby abigail adam adrian ahmed aidan aisha alan albert alejandro alex alexander alexandra alfred ali "
    "alice alicia alison allan allen alma alvin alyssa amanda amelia amina amir amy ana andre andrea andrew andy "
    "angela angus anil anita ann anna anne annette annie anthony antonio archie ariana arjun arnold arthur asha "
    "ashley aubrey audrey ava barbara beatrice becky ben benjamin bernard bert beth bethany betty beverly billy "
    "blake bob brad bradley brandon brenda brent brett brian bridget brittany bruce bryan caitlin caleb callum "
    "calvin cameron camille carl carla carlos carmen caroline carolyn carrie casey catherine cathy cecilia "
    "charles charlie cheryl chloe chris christina christine christopher cindy claire clara clare clarence claude "
    "clifford colin colleen connie connor courtney craig curtis cynthia damian dan dana daniel danielle danny "
    "darren dave david deborah debra declan deepa denise dennis derek diana diane diego dominic donald donna "
    "dora doreen doris dorothy doug douglas duncan dylan ed eddie edith edmund eduardo edward edwin eileen "
    "elaine eleanor elena eli elijah elizabeth ella ellen elsie emily emma enid eric erica erik erika erin "
    "ernest esther ethan ethel eugene eva evan evelyn farah fatima faye felicity felix fernando fiona flora "
    "frances francis francisco fraser fred freddie frederick gabriel gabriela gail gareth gary gavin gemma geoff "
    "geoffrey george gerald geraldine gerard gerry gertrude gilbert giles gillian gina ginny gladys glenn gloria "
    "gordon graham greg gregory gwen hamish hannah harold harriet harrison harry harvey hassan hector heidi "
    "helen helena henry herbert hilary hilda howard hugh hugo ian ibrahim ida imogen imran ines ingrid irene "
    "isaac isabel isabella isla ivan jackie jacob jacqueline jaime jake james jamie jane janet janice janie "
    "jared jasmine jason javier jeff jeffrey jen jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy "
    "jo joan joann joanna joanne jodie joe joel john johnny jon jonathan jorge jose joseph josephine josh joshua "
    "joyce juan juanita judith judy julia julian julie juliet justin karen karl kate katherine kathleen kathryn "
    "kathy katie kayla keith kelly ken kenneth kenny kerry kevin khalid kim kimberly kirsty kristen kristin kyle "
    "lachlan larry laura lauren laurence lawrence leah leila lena leo leon leonard leroy lesley leslie lewis "
    "liam lillian linda lindsay lindsey lisa liz lloyd lois lola lorraine louis louise lucas lucia lucy luis "
    "luke luna lydia lyn lynn mabel madeleine maggie malcolm malik manuel marc marco marcus margaret maria "
    "marian marie marilyn mario marion marjorie marlene marsha martha martin martina marty marvin mary matilda "
    "matt matthew maud maureen maurice maya meera megan mehmet melanie melissa melvin meredith mia michael "
    "michele michelle miguel mildred millie milton minnie miranda miriam mitchell mohammed moira molly monica "
    "morris muhammad muriel nadia nancy naomi natalie natasha nathan neil nell nellie nicholas nicola nicole "
    "nigel nina noah noel nora norma norman oliver olivia omar oscar owen pam pamela patricia patrick paul paula "
    "pauline pedro peggy percy perry pete peter petra philip phillip phoebe phyllis pierre polly priya quentin "
    "quincy rachel rafael rahul raj ralph ramon randy ravi raymond rebecca reg reginald rhys ricardo richard "
    "rick ricky rita robert roberta roberto rodney roger roland ron ronald rory rosa rosalind rosemary roy "
    "rupert russell ruth ryan sadie sam samantha samir samuel sandra sanjay sara sarah scott sean sebastian "
    "sergio seth shane shannon sharon shaun shawn sheila shelley shirley sid sidney silvia simon sonia sophia "
    "sophie stacey stacy stan stella stephanie stephen steve steven stewart stuart susan susie suzanne sybil "
    "sylvia tamara tanya tara ted terence teresa terry thelma theo theodore theresa thomas tim timothy tina toby "
    "todd tom tony tracey tracy trevor tristan tyler una ursula valerie vanessa vera vernon veronica vic vicki "
    "vicky victor vikram vince vincent vivian walter wanda wayne wendy wilbur wilfred william willie winifred "
    "winston yancy yasmin yolanda yusuf yvonne zachary zara zoe"
)
